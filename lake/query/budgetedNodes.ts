import type {ArrayElementNode, ExprNode} from 'groq-js'
import {eachChild} from './groqTree.ts'
import {nativeCall} from './nativeCall.ts'
import type {QueryBudget} from './queryBudget.ts'

/**
 * groq-js knows no limits: a query over its own parameters would run for hours, and `[...a, ...a]` a few dozen times over fills any memory. So the
 * loops that it runs, and what it makes in them, are told to the budget.
 */

/** The items of `node`, each of which costs `weight`; for places where groq-js only iterates over them. */
export function budgetedItems(node: ExprNode, weight: number): ExprNode {
  return nativeCall(
    ({budget}, value) => {
      if (!Array.isArray(value)) return value
      const cost = value.length * weight
      if (cost > workAtOnce) return new BudgetedArray(budget, value, weight)
      budget.work(cost)
      return value
    },
    [node],
  )
}

/** Less is not worth counting one by one. */
const workAtOnce = 1_000

/** The value of `node`, which the query makes. */
export function budgetedValue(node: ExprNode): ExprNode {
  return nativeCall(
    ({budget}, value) => {
      budget.make(value)
      return value
    },
    [node],
  )
}

/** The value of `node`, which is going to be looked through. */
export function budgetedLook(node: ExprNode): ExprNode {
  return nativeCall(
    ({budget}, value) => {
      budget.look(value)
      return value
    },
    [node],
  )
}

/** `[…]` with `...` in it: as groq-js does it, but told to the budget before it grows. */
export function budgetedSpread(elements: readonly ArrayElementNode[]): ExprNode {
  return nativeCall(
    ({budget}, ...values) => {
      const items: unknown[] = []
      for (const [at, value] of values.entries()) {
        if (elements[at]?.isSplat !== true) items.push(value)
        else if (Array.isArray(value)) {
          budget.make(value)
          for (const item of value) items.push(item)
        }
      }
      return items
    },
    elements.map(({value}) => value),
  )
}

const heaviest = 1_000

/** How many steps an item costs for which these nodes are evaluated: one, and one for each node in them, up to a thousand. */
export function weightOf(nodes: readonly ExprNode[]): number {
  let weight = 1
  const count = (node: ExprNode): void => {
    weight += 1
    if (weight < heaviest) eachChild(node, count)
  }
  nodes.forEach(count)
  return weight
}

/** An array to groq-js, which iterates over it and does nothing else. */
class BudgetedArray extends Array<unknown> {
  readonly #budget: QueryBudget
  readonly #items: readonly unknown[]
  readonly #weight: number

  constructor(budget: QueryBudget, items: readonly unknown[], weight: number) {
    super()
    this.#budget = budget
    this.#items = items
    this.#weight = weight
  }

  override *[Symbol.iterator](): ArrayIterator<unknown> {
    for (const item of this.#items) {
      this.#budget.work(this.#weight)
      yield item
    }
  }
}
