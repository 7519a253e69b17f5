import enAssessment from '../../src/app/locales/en.assessment.json' with { type: 'json' }
import enBoard from '../../src/app/locales/en.board.json' with { type: 'json' }
import enDesk from '../../src/app/locales/en.desk.json' with { type: 'json' }
import enEligibility from '../../src/app/locales/en.eligibility.json' with { type: 'json' }
import enExport from '../../src/app/locales/en.export.json' with { type: 'json' }
import enLifecycle from '../../src/app/locales/en.lifecycle.json' with { type: 'json' }
import enOffice from '../../src/app/locales/en.office.json' with { type: 'json' }
import en from '../../src/app/locales/en.json' with { type: 'json' }
import zhAssessment from '../../src/app/locales/zh-CN.assessment.json' with { type: 'json' }
import zhBoard from '../../src/app/locales/zh-CN.board.json' with { type: 'json' }
import zhDesk from '../../src/app/locales/zh-CN.desk.json' with { type: 'json' }
import zhEligibility from '../../src/app/locales/zh-CN.eligibility.json' with { type: 'json' }
import zhExport from '../../src/app/locales/zh-CN.export.json' with { type: 'json' }
import zhLifecycle from '../../src/app/locales/zh-CN.lifecycle.json' with { type: 'json' }
import zhOffice from '../../src/app/locales/zh-CN.office.json' with { type: 'json' }
import zh from '../../src/app/locales/zh-CN.json' with { type: 'json' }

/** Words that are fetched with the page that shows them. */
export const APART = {
  ...{ ...zhAssessment, ...zhBoard, ...zhDesk, ...zhEligibility },
  ...{ ...zhExport, ...zhLifecycle, ...zhOffice },
}

/** All words of the page by language. */
export const MESSAGES = {
  'zh-CN': { ...zh, ...APART },
  en: {
    ...{ ...en, ...enAssessment, ...enBoard, ...enDesk, ...enEligibility },
    ...{ ...enExport, ...enLifecycle, ...enOffice },
  },
}
