import { DRAFT_STATES } from '../../src/contract/index.ts'
import type { QueryParameter } from '../http/openapi.ts'

const parameter = (
  name: string,
  zh: string,
  en: string,
  rest: Omit<QueryParameter, 'name' | 'text'> = {},
): QueryParameter => ({ name, text: { zh, en }, ...rest })

export const BRAIN = parameter('brain', '产业大脑编号', 'Id of the brain', { example: 'a' })
export const PERIOD = parameter('period', '报送期', 'Period of the report', { example: '2026-10' })
const STATUS = parameter(
  'status',
  '初步或最终；不给则按文件',
  'Preliminary or final; the file says it where it is not given',
  { values: ['preliminary', 'final'] },
)
const REASON = parameter('reason', '修订原因', 'Why earlier figures change')

export const DRY_RUN_QUERY = [
  BRAIN,
  PERIOD,
  STATUS,
  REASON,
  parameter('as', '取带批注的工作簿', 'The same file as a workbook with its findings as comments', {
    values: ['workbook'],
  }),
]

export const DRAFT_QUERY = [
  BRAIN,
  PERIOD,
  STATUS,
  REASON,
  parameter(
    'base',
    '校核结果中的 base：其间有人报送则拒绝',
    'The base of the dry run that was seen',
  ),
  parameter('submit', '存为草稿并立即提交', 'Hand the draft in at once', { values: ['1'] }),
]

export const LIST_QUERY = [
  parameter('state', '状态，多个用逗号分开', 'States, separated by commas', {
    example: DRAFT_STATES.join(','),
  }),
  BRAIN,
  parameter('city', '市（行政区划代码）', 'City of the brains, by its adcode', {
    example: '370200',
  }),
  PERIOD,
  parameter('order', '新的在前，或旧的在前', 'The latest first, or the oldest', {
    values: ['latest', 'oldest'],
    fallback: 'latest',
  }),
  parameter(
    'after',
    '旧的在前时，从哪份草稿之后列起（上一页的 next）',
    'With order=oldest: the drafts behind this one, as the page before says in `next`',
    { example: 'D12' },
  ),
  parameter('page', '第几页', 'Which page, from 1', { fallback: '1' }),
  parameter('size', '每页几条', 'Drafts on a page, 200 at most', { fallback: '50' }),
]

export const ARCHIVE_QUERY = [
  parameter('publish', '直接发布为初步或最终；不给则只提交', 'Publish at once, as given', {
    values: ['preliminary', 'final'],
  }),
  REASON,
]
