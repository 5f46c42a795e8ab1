import type {ComponentType} from 'react'
import type {BlockDecoratorProps} from 'sanity'
import {HighlightDecorator, SubscriptDecorator, SuperscriptDecorator} from '../previews/decorators.tsx'

const COMPONENTS: Readonly<Record<string, ComponentType<BlockDecoratorProps>>> = {
  highlight: HighlightDecorator,
  subscript: SubscriptDecorator,
  superscript: SuperscriptDecorator,
}

interface Decorator {
  value: string
}

/** An array type whose text blocks draw the marks that Sanity has no drawing for. */
export function withDecorators<T extends object>(type: T): T {
  if (!('of' in type) || !Array.isArray(type.of)) return type
  return {...type, of: type.of.map((member: object) => withMarks(member))}
}

function withMarks<T extends object>(member: T): T {
  if (!('marks' in member) || typeof member.marks !== 'object' || member.marks === null) return member
  const {marks} = member
  if (!('decorators' in marks) || !Array.isArray(marks.decorators)) return member
  const decorators = marks.decorators.map((decorator: Decorator) => {
    const component = COMPONENTS[decorator.value]
    return component === undefined ? decorator : {...decorator, component}
  })
  return {...member, marks: {...marks, decorators}}
}
