export { plainText as cleanText } from './plainText.ts'
