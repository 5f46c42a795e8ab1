import type {JsonValue} from '../../document.ts'
import {BadRequestError, NotImplementedError} from '../../errors.ts'
import {isObject} from '../../isObject.ts'
import type {Action, ActionDraft, ActionHandler} from './action.ts'
import {archiveRelease, deleteRelease, unarchiveRelease} from './archiveRelease.ts'
import {createDocument} from './createDocument.ts'
import {createRelease} from './createRelease.ts'
import {createVersion} from './createVersion.ts'
import {deleteDocument} from './deleteDocument.ts'
import {discardDocument} from './discardDocument.ts'
import {editDocument} from './editDocument.ts'
import {editRelease} from './editRelease.ts'
import {importRelease} from './importRelease.ts'
import {publishDocument} from './publishDocument.ts'
import {publishRelease} from './publishRelease.ts'
import {replaceVersion} from './replaceVersion.ts'
import {scheduleRelease, unscheduleRelease} from './scheduleRelease.ts'
import {unpublishDocument} from './unpublishDocument.ts'
import {unpublishVersion} from './unpublishVersion.ts'

/** Every action the lake knows. */
const actionHandlers = {
  'sanity.action.document.create': createDocument,
  'sanity.action.document.edit': editDocument,
  'sanity.action.document.publish': publishDocument,
  'sanity.action.document.unpublish': unpublishDocument,
  'sanity.action.document.discard': discardDocument,
  'sanity.action.document.delete': deleteDocument,
  'sanity.action.document.replaceDraft': replaceVersion,
  'sanity.action.document.version.create': createVersion,
  'sanity.action.document.version.replace': replaceVersion,
  'sanity.action.document.version.discard': discardDocument,
  'sanity.action.document.version.unpublish': unpublishVersion,
  'sanity.action.release.create': createRelease,
  'sanity.action.release.edit': editRelease,
  'sanity.action.release.import': importRelease,
  'sanity.action.release.schedule': scheduleRelease,
  'sanity.action.release.unschedule': unscheduleRelease,
  'sanity.action.release.publish': publishRelease,
  'sanity.action.release.archive': archiveRelease,
  'sanity.action.release.unarchive': unarchiveRelease,
  'sanity.action.release.delete': deleteRelease,
} satisfies Record<string, ActionHandler>

/** Actions of the hosted service that need features this lake has not. */
const notBuilt = /^sanity\.action\.(document\.)?variant\./

/**
 * Checks that `value` is a list of known actions, or of none: `@sanity/sdk` sends an empty one where an edit changes nothing, and would take back what
 * was edited meanwhile if that were an error. Throws a BadRequestError or a NotImplementedError.
 */
export function decodeActions(value: JsonValue | undefined): Action[] {
  if (!Array.isArray(value)) throw new BadRequestError('The body must have an array "actions"')
  return value.map((item, index) => {
    const type = isObject(item) ? item['actionType'] : undefined
    if (!isObject(item) || typeof type !== 'string') {
      throw new BadRequestError(`Action ${index} must be an object with a string "actionType"`)
    }
    if (notBuilt.test(type)) throw new NotImplementedError(`The action ${type}`)
    if (!Object.hasOwn(actionHandlers, type)) throw new BadRequestError(`Action ${index}: unknown type "${type}"`)
    return {...item, actionType: type}
  })
}

/** Runs one action against the draft. */
export function applyAction(action: Action, draft: ActionDraft): void {
  const handlers: Record<string, ActionHandler> = actionHandlers
  const handler = handlers[action.actionType]
  if (handler === undefined) throw new BadRequestError(`Unknown action type "${action.actionType}"`)
  handler(action, draft)
}
