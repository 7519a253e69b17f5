import type { CaseFault } from '../../src/domain/programme/caseState.ts'
import type { LocalText } from '../../src/domain/text.ts'

const REMEDIES: Readonly<Record<CaseFault, LocalText>> = {
  notOpen: { zh: '该件已结束，不再办理。', en: 'The case has ended: nothing more is done in it.' },
  notHandedIn: { zh: '先由承办人提请销号。', en: 'It must be handed in first.' },
  alreadyHandedIn: {
    zh: '已提请销号，等待另一人销号或退回。',
    en: 'It was handed in: a second person closes or returns it.',
  },
  noEvidence: {
    zh: '先提交佐证材料；没有佐证不能提请或销号。',
    en: 'Bring evidence first: nothing closes without it.',
  },
  secondPerson: {
    zh: '由未提请、未提交佐证的另一人办理。',
    en: 'A second person decides, who neither handed it in nor brought its evidence.',
  },
  emptyEvidence: {
    zh: '佐证须是文件、材料名称或一项指标读数。',
    en: 'Evidence is a file, the title of a document, or a reading.',
  },
}

/** What to do where a step of a case cannot be taken. */
export const caseRemedy = (fault: CaseFault): LocalText => REMEDIES[fault]
