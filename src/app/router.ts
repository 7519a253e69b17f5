import { createRouter, createWebHistory } from 'vue-router'

import type { LookName } from '../charts/palette.ts'
import { SPACES } from '../domain/space.ts'
import { isLocale, openWords } from './i18n.ts'
import type { WordBundle } from './i18n.ts'

declare module 'vue-router' {
  interface RouteMeta {
    look?: LookName
    /** Words that the page needs beside those of the desk. */
    words?: WordBundle
  }
}

const space = `:space(${SPACES.join('|')})`

/** Space and page stand in the path, everything else in the query. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: `/${space}/wall`,
      name: 'wall',
      component: () => import('../views/wall/WallView.vue'),
      meta: { look: 'wall' },
    },
    {
      path: `/${space}/desk`,
      name: 'desk',
      component: () => import('../views/desk/ExplorerView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/indicators/:id?`,
      name: 'indicators',
      component: () => import('../views/desk/DictionaryView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/trace/:indicator/:entity/:period`,
      name: 'trace',
      component: () => import('../views/desk/TraceView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/brain/:id`,
      name: 'brain',
      component: () => import('../views/brain/BrainView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/compare`,
      name: 'compare',
      component: () => import('../views/compare/CompareView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/platforms`,
      name: 'platforms',
      component: () => import('../views/platforms/PlatformsView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/board`,
      name: 'board',
      component: () => import('../views/board/BoardView.vue'),
      meta: { look: 'desk', words: 'board' },
    },
    {
      path: `/${space}/lifecycle`,
      name: 'lifecycle',
      component: () => import('../views/lifecycle/LifecycleView.vue'),
      meta: { look: 'desk', words: 'lifecycle' },
    },
    {
      path: `/${space}/eligibility`,
      name: 'eligibility',
      component: () => import('../views/eligibility/EligibilityView.vue'),
      meta: { look: 'desk', words: 'eligibility' },
    },
    {
      path: `/${space}/assessment`,
      name: 'assessment',
      component: () => import('../views/assessment/AssessmentView.vue'),
      meta: { look: 'desk', words: 'assessment' },
    },
    {
      path: `/${space}/reporting`,
      name: 'reporting',
      component: () => import('../views/reporting/ReportingView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: `/${space}/review`,
      name: 'review',
      component: () => import('../views/reporting/ReviewView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: `/${space}/briefing`,
      name: 'briefing',
      component: () => import('../views/briefing/BriefingView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/data`,
      name: 'data',
      component: () => import('../views/desk/OpenDataView.vue'),
      meta: { look: 'desk' },
    },
    {
      path: `/${space}/registry`,
      name: 'registry',
      component: () => import('../views/registry/RegistryView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/sign-in',
      name: 'signIn',
      component: () => import('../views/account/SignInView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/welcome',
      name: 'welcome',
      component: () => import('../views/account/WelcomeView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('../views/account/AccountView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/admin/users',
      name: 'users',
      component: () => import('../views/admin/UsersView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/admin/links',
      name: 'links',
      component: () => import('../views/admin/LinksView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    {
      path: '/admin/audit',
      name: 'audit',
      component: () => import('../views/admin/AuditView.vue'),
      meta: { look: 'desk', words: 'office' },
    },
    { path: '/:space(main|demo)', redirect: ({ params }) => `/${String(params['space'])}/wall` },
    { path: '/:rest(.*)*', redirect: '/demo/wall' },
  ],
})

router.beforeEach(async ({ meta, query: { lang } }) => {
  if (meta.look !== 'desk') return
  const locale = isLocale(lang) ? lang : 'zh-CN'
  await Promise.all([
    openWords('desk', locale),
    ...(meta.words ? [openWords(meta.words, locale)] : []),
  ])
})
