import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

import { useFigureContext } from '../../components/useFigureContext.ts'
import { DOMAIN_IDS, type DomainId } from '../../domain/brain.ts'
import {
  MATRIX_COLUMNS,
  platformMatrix,
  sortMatrix,
} from '../../figures/platforms/platformMatrix.ts'
import { textIn } from '../desk/textIn.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'

const FIRST_COLUMN = MATRIX_COLUMNS[0]?.id ?? 'name'

/** The matrix in the address: domain, column and direction of its order. */
export function usePlatforms() {
  const route = useRoute()
  const router = useRouter()
  const { locale } = useI18n()
  const { kept } = useDeskLinks()
  const context = useFigureContext(
    MATRIX_COLUMNS.map(({ indicator }) => indicator),
    () => (locale.value === 'en' ? 'en' : 'zh-CN'),
  )
  const domain = computed(
    (): DomainId | null => DOMAIN_IDS.find((id) => id === textIn(route.query, 'domain')) ?? null,
  )
  const unknown = computed(() => (domain.value === null ? textIn(route.query, 'domain') : ''))
  const by = computed(
    () =>
      ['name', ...MATRIX_COLUMNS.map(({ id }) => id)].find(
        (id) => id === textIn(route.query, 'by'),
      ) ?? FIRST_COLUMN,
  )
  const ascending = computed(() => textIn(route.query, 'up') === '1')

  const matrix = computed(() => context.value && platformMatrix(context.value, domain.value))
  const rows = computed(() =>
    matrix.value ? sortMatrix(matrix.value, by.value, ascending.value) : [],
  )

  function go(part: { domain?: string; by?: string; up?: boolean }): void {
    const next = {
      domain: part.domain ?? domain.value ?? '',
      by: part.by ?? by.value,
      up: part.up ?? ascending.value,
    }
    void router.replace({
      query: {
        ...(next.domain ? { domain: next.domain } : {}),
        ...(next.by === FIRST_COLUMN ? {} : { by: next.by }),
        ...(next.up ? { up: '1' } : {}),
        ...kept.value,
      },
    })
  }
  /** The same column again turns the order round; names begin with the first. */
  const sort = (id: string): void =>
    go({ by: id, up: id === by.value ? !ascending.value : id === 'name' })

  return { context, matrix, rows, domain, unknown, by, ascending, go, sort }
}
