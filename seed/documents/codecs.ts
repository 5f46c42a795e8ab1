import type {SeedType} from '../ids/seedTypes.ts'
import {authorFields} from './author.ts'
import type {FieldCodec} from './codec.ts'
import {projectFields} from './project.ts'
import {slideDeckFields} from './slideDeck.ts'
import {talkFields} from './talk.ts'
import type {Author, Project, SlideDeck, Talk} from './types.ts'

interface DocumentCodec<Document> {
  readonly fields: ReadonlyArray<FieldCodec<Document>>
  /** Field that holds the Markdown below the front matter; a slide deck keeps it as text. */
  readonly body: 'blocks' | 'text'
}

/** One codec per document type: the registry of what a Hugo site's pages become. */
export const codecs = {
  talk: {fields: talkFields, body: 'blocks'},
  author: {fields: authorFields, body: 'blocks'},
  project: {fields: projectFields, body: 'blocks'},
  slideDeck: {fields: slideDeckFields, body: 'text'},
} satisfies {
  talk: DocumentCodec<Talk>
  author: DocumentCodec<Author>
  project: DocumentCodec<Project>
  slideDeck: DocumentCodec<SlideDeck>
} satisfies Record<SeedType, unknown>
