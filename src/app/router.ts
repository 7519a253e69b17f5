import { createRouter, createWebHistory } from 'vue-router'

import type { LookName } from '../charts/palette.ts'
import { SPACES } from '../domain/space.ts'
import { isLocale, openDesk } from './i18n.ts'

declare module 'vue-router' {
  interface RouteMeta {
    look?: LookName
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
    { path: '/:space(main|demo)', redirect: ({ params }) => `/${String(params['space'])}/wall` },
    { path: '/:rest(.*)*', redirect: '/demo/wall' },
  ],
})

router.beforeEach(async ({ meta, query: { lang } }) => {
  if (meta.look === 'desk') await openDesk(isLocale(lang) ? lang : 'zh-CN')
})
