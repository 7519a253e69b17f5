/** A printed number with its unit; a word for an absent one stands alone. */
export const withUnit = (text: string, unit: string): string =>
  /\d/.test(text) && unit ? `${text} ${unit}` : text
