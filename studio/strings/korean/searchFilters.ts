/** A chosen filter in the order that Korean has: `제목: 캐시 포함`. Sanity's Korean keeps the English one: `제목 포함함 캐시`. */
const filter = (operator: string, value = '<Value>{{value}}</Value>') =>
  `<Field/>: ${value} <Operator>${operator}</Operator>`

const items = (operator: string) => filter(operator, '<Value>{{count}}개</Value>')

const IS = '같음'
const IS_NOT = '다름'
const HAS = '포함'
const HAS_NOT = '포함하지 않음'

/** A text, or what is compared as one. */
const textual = (kind: string) => ({
  ...equality(kind),
  [`search.operator.${kind}-contains.description`]: filter(HAS),
  [`search.operator.${kind}-contains.name`]: HAS,
  [`search.operator.${kind}-not-contains.description`]: filter(HAS_NOT),
  [`search.operator.${kind}-not-contains.name`]: HAS_NOT,
})

const equality = (kind: string) => ({
  [`search.operator.${kind}-equal.description`]: filter(IS),
  [`search.operator.${kind}-equal.name`]: IS,
  [`search.operator.${kind}-not-equal.description`]: filter(IS_NOT),
  [`search.operator.${kind}-not-equal.name`]: IS_NOT,
})

const inclusion = (kind: string) => ({
  [`search.operator.${kind}-includes.description`]: filter(HAS),
  [`search.operator.${kind}-includes.name`]: HAS,
  [`search.operator.${kind}-not-includes.description`]: filter(HAS_NOT),
  [`search.operator.${kind}-not-includes.name`]: HAS_NOT,
})

const dated = (kind: string) => ({
  ...equality(kind),
  [`search.operator.${kind}-after.description`]: filter('뒤'),
  [`search.operator.${kind}-after.name`]: '그 뒤',
  [`search.operator.${kind}-before.description`]: filter('앞'),
  [`search.operator.${kind}-before.name`]: '그 앞',
  [`search.operator.${kind}-last.description`]: '<Field/>: <Operator>최근</Operator> <Value>{{value}}</Value>',
  [`search.operator.${kind}-last.name`]: '최근',
  [`search.operator.${kind}-range.description`]: filter('사이', '<Value/>'),
  [`search.operator.${kind}-range.name`]: '두 날짜 사이',
})

const each = (strings: (kind: string) => Record<string, string>, ...kinds: string[]): Record<string, string> =>
  Object.assign({}, ...kinds.map(strings))

/** The filters of the Studio's search, which belong to its `studio` namespace. */
export const searchFilters: Record<string, string> = {
  'search.filter-date-unit_months': '개월',
  'search.filters-aria-label_other': '필터',
  'search.operator.array-count-equal.description_other': items('있음'),
  'search.operator.array-count-equal.name': '개수가 같음',
  'search.operator.array-count-gt.description_other': items('초과'),
  'search.operator.array-count-gt.name': '개수 초과',
  'search.operator.array-count-gte.description_other': items('이상'),
  'search.operator.array-count-gte.name': '개수 이상',
  'search.operator.array-count-lt.description_other': items('미만'),
  'search.operator.array-count-lt.name': '개수 미만',
  'search.operator.array-count-lte.description_other': items('이하'),
  'search.operator.array-count-lte.name': '개수 이하',
  'search.operator.array-count-not-equal.description_other': items('아님'),
  'search.operator.array-count-not-equal.name': '개수가 다름',
  'search.operator.array-count-range.description': filter('사이', '<Value>{{from}}~{{to}}개</Value>'),
  'search.operator.array-count-range.name': '개수 범위',
  'search.operator.boolean-equal.description': filter(IS),
  'search.operator.boolean-equal.name': IS,
  'search.operator.defined.description': filter('않음', '<Value>비어 있지</Value>'),
  'search.operator.not-defined.description': filter('있음', '<Value>비어</Value>'),
  'search.operator.number-gt.description': filter('초과'),
  'search.operator.number-gt.name': '초과',
  'search.operator.number-gte.description': filter('이상'),
  'search.operator.number-gte.name': '이상',
  'search.operator.number-lt.description': filter('미만'),
  'search.operator.number-lt.name': '미만',
  'search.operator.number-lte.description': filter('이하'),
  'search.operator.number-lte.name': '이하',
  'search.operator.number-range.description': filter('사이', '<Value>{{from}}~{{to}}</Value>'),
  'search.operator.number-range.name': '범위',
  ...each(equality, 'asset-file', 'asset-image', 'number', 'reference', 'string-list'),
  ...each(textual, 'portable-text', 'slug', 'string'),
  ...each(inclusion, 'array-list', 'array-reference'),
  ...each(dated, 'date', 'date-time'),
}
