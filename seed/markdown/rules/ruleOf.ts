/**
 * A rule of markdown-it's own, to be wrapped: its ruler gives out functions, which have their rules' names.
 * @throws Error when markdown-it has no such rule any more.
 */
export function ruleOf<Rule extends {name: string}>(ruler: {getRules(chain: string): Rule[]}, name: string): Rule {
  const rule = ruler.getRules('').find((candidate) => candidate.name === name)
  if (rule === undefined) throw new Error(`markdown-it has no rule "${name}"`)
  return rule
}
