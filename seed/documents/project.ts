import type {FieldCodec} from './codec.ts'
import {authorsField} from './fields/authorsField.ts'
import {dateField} from './fields/dateField.ts'
import {imageField} from './fields/imageField.ts'
import {linksField} from './fields/linksField.ts'
import {slugField} from './fields/slugField.ts'
import {textField, textsField} from './fields/textField.ts'
import type {Project} from './types.ts'

/** The fields of a project, in the order in which a new page's front matter lists them. */
export const projectFields: ReadonlyArray<FieldCodec<Project>> = [
  textField<Project>('title', ['title']),
  slugField<Project>(),
  textField<Project>('summary', ['summary']),
  authorsField<Project>(),
  textsField<Project>('tags', 'tags'),
  dateField<Project>(),
  textField<Project>('externalLink', ['external_link']),
  imageField<Project>(),
  linksField<Project>(),
]
