import type {FieldCodec} from './codec.ts'
import {dialects} from './dialects.ts'
import {abstractField} from './fields/abstractField.ts'
import {addressField} from './fields/addressField.ts'
import {authorsField} from './fields/authorsField.ts'
import {eventField} from './fields/eventField.ts'
import {imageField} from './fields/imageField.ts'
import {linksField} from './fields/linksField.ts'
import {pageSettingsField} from './fields/pageSettingsField.ts'
import {publicationField} from './fields/publicationField.ts'
import {projectsField, slidesField} from './fields/referenceFields.ts'
import {slugField} from './fields/slugField.ts'
import {flagField, textField, textsField} from './fields/textField.ts'
import {whenField} from './fields/whenField.ts'
import type {Talk} from './types.ts'

/** The fields of a talk, in the order in which a new page's front matter lists them. */
export const talkFields: ReadonlyArray<FieldCodec<Talk>> = [
  textField<Talk>('title', ['title']),
  textField<Talk>('subtitle', ['subtitle']),
  slugField<Talk>(),
  eventField,
  textField<Talk>('location', ['location']),
  addressField,
  textField<Talk>('summary', ['summary', 'abstract_short'], (dialect) => dialects[dialect].summary),
  abstractField,
  whenField,
  publicationField,
  authorsField<Talk>(),
  textsField<Talk>('tags', 'tags'),
  textsField<Talk>('categories', 'categories'),
  flagField<Talk>('featured', ['featured', 'selected'], (dialect) => dialects[dialect].featured),
  imageField<Talk>(),
  linksField<Talk>(),
  slidesField,
  projectsField,
  pageSettingsField,
]
