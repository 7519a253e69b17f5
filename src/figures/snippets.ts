import type { Locale } from '../domain/text.ts'
import { say } from './text/words.ts'

export const SNIPPET_TOOLS = ['excel', 'python', 'pandas', 'r'] as const
export type SnippetTool = (typeof SNIPPET_TOOLS)[number]

export interface SnippetQuestion {
  /** Absolute URL of a CSV answer. */
  readonly url: string
  /** Rows a page where the answer comes in pages; null for one that comes whole. */
  readonly size: number | null
  /** Language of the headings in the answer. */
  readonly locale: Locale
}

/** Program texts that fetch a CSV answer of the open data whole, page by page. */
export function snippet(tool: SnippetTool, question: SnippetQuestion): string {
  switch (tool) {
    case 'excel':
      return excel(question)
    case 'python':
      return python(question)
    case 'pandas':
      return pandas(question)
    case 'r':
      return r(question)
  }
}

/** Headings whose texts look like numbers: adcodes and ids. */
const codes = (locale: Locale): readonly string[] =>
  locale === 'en' ? ['entity', 'city', 'group'] : ['对象编号', '市', '分组编号']
const valueHeading = (locale: Locale): string => say(locale, '数值', 'value')

/** Joins what the answer's address has with one parameter more. */
const joint = (url: string): string => (url.includes('?') ? '&' : '?')

function excel({ url, size, locale }: SnippetQuestion): string {
  const rows =
    size === null
      ? `    Rows = Read(Url),`
      : `    Page = (n as number) => Read(Url & "${joint(url)}page=" & Text.From(n)),
    Pages = List.Generate(
        () => [n = 1, rows = Page(1)],
        each Table.RowCount([rows]) > 0,
        each [n = [n] + 1, rows = Page([n] + 1)],
        each [rows]
    ),
    Rows = Table.Combine(Pages),`
  return `// ${say(locale, 'Excel：数据 › 获取数据 › 空白查询 › 高级编辑器', 'Excel: Data › Get Data › Blank Query › Advanced Editor')}
let
    Url = "${url}",
    Format = [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv],
    Read = (address as text) => Table.PromoteHeaders(
        Csv.Document(Web.Contents(address), Format), [PromoteAllScalars = false]),
${rows}
    Result = Table.TransformColumns(
        Rows,
        {{"${valueHeading(locale)}",
          each if _ = "" then null else Number.FromText(_, "en-US"), type nullable number}},
        null,
        MissingField.Ignore
    )
in
    Result
`
}

function python({ url, locale }: SnippetQuestion): string {
  return `# ${say(locale, '只用 Python 标准库；按 Link 头取完各页', 'Python standard library only; follows the Link header to the last page')}
import csv
import io
import re
import urllib.parse
import urllib.request

url = "${url}"
rows = []
while url:
    with urllib.request.urlopen(url) as answer:
        text = answer.read().decode("utf-8-sig")
        rows += csv.DictReader(io.StringIO(text, newline=""))
        after = re.search('<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        url = after and urllib.parse.urljoin(url, after[1])

for row in rows:
    value = row["${valueHeading(locale)}"]
    row["${valueHeading(locale)}"] = float(value) if value else None
print(len(rows), "${say(locale, '行', 'rows')}")
`
}

function pandas({ url, size, locale }: SnippetQuestion): string {
  const types = codes(locale)
    .map((name) => `"${name}": str`)
    .join(', ')
  const head = `# ${say(locale, '需要 pandas', 'Needs pandas')}
import pandas as pd

url = "${url}"
types = {${types}}
`
  if (size === null)
    return `${head}rows = pd.read_csv(url, dtype=types, encoding="utf-8-sig")
print(rows.head())
`
  return `${head}pages = []
while not pages or len(pages[-1]) == ${size}:
    page = f"{url}${joint(url)}page={len(pages) + 1}"
    pages.append(pd.read_csv(page, dtype=types, encoding="utf-8-sig"))
rows = pd.concat(pages, ignore_index=True)
print(rows.head())
`
}

function r({ url, size, locale }: SnippetQuestion): string {
  const read = (address: string): string =>
    `read.csv(${address}, fileEncoding = "UTF-8-BOM", check.names = FALSE, na.strings = "")`
  const head = `# ${say(locale, '只用 R 自带函数', 'Base R only')}
url <- "${url}"
`
  if (size === null)
    return `${head}rows <- ${read('url')}
str(rows)
`
  return `${head}rows <- NULL
page <- 1
repeat {
  part <- ${read(`paste0(url, "${joint(url)}page=", page)`)}
  rows <- rbind(rows, part)
  if (nrow(part) < ${size}) break
  page <- page + 1
}
str(rows)
`
}
