/** The pages of a space, as the page's router knows them; a parameter is one segment. */
const PAGES = [
  'wall',
  'desk',
  'indicators(/[^/]+)?',
  'trace/[^/]+/[^/]+/[^/]+',
  'brain/[^/]+',
  'compare',
  'platforms',
  'lifecycle',
  'eligibility',
  'assessment',
  'board',
  'briefing',
  'data',
  'reporting',
  'review',
  'registry',
]

/** The pages outside the spaces. */
const SITE_PAGES = ['sign-in', 'welcome', 'account', 'admin/(users|links|audit)']

const PATH = new RegExp(
  `^/((main|demo)(/(${PAGES.join('|')}))?/?)?$|^/(${SITE_PAGES.join('|')})/?$`,
)

/** Whether the page's router has a page at a path (as it stands in the request, still encoded). */
export const isPagePath = (path: string): boolean => PATH.test(path)

/** The wall, and the paths that lead to it. */
export const isWallPath = (path: string): boolean => /^\/((main|demo)(\/wall)?\/?)?$/.test(path)
