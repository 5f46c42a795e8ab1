import {BUTTON_STYLES} from '../../schemas/blocks/buttonStyles.ts'
import {CALLOUT_KINDS} from '../../schemas/blocks/calloutKinds.ts'
import {SLIDE_THEMES} from '../../schemas/documents/slideDeck.ts'
import {ICON_PACKS} from '../../schemas/objects/iconPacks.ts'
import type {Say, Text} from '../../schemas/text/say.ts'
import {AllDayInput} from '../inputs/AllDayInput.tsx'
import {AuthorInput} from '../inputs/AuthorInput.tsx'
import {authorItem} from '../inputs/AuthorItem.tsx'
import {choiceInput} from '../inputs/ChoiceInput.tsx'
import {CodeInput} from '../inputs/CodeInput.tsx'
import {DocumentInput} from '../inputs/DocumentInput.tsx'
import {nothingToSet} from '../inputs/NothingToSet.tsx'
import {bodyInput} from '../inputs/paste/BodyInput.tsx'
import {tableInput} from '../inputs/table/TableInput.tsx'
import {talkInput} from '../inputs/TalkInput.tsx'
import {talkTimeInput} from '../inputs/TalkTimeInput.tsx'
import {timeZoneInput} from '../inputs/TimeZoneInput.tsx'

/** Components for types (`talk`), fields (`talk.start`) and array items (`talk.authors[]`) of the content model. */
export type Decorations = Readonly<Record<string, object>>

/** The Studio's own inputs, by the place in the content model where they stand. */
export function decorations(say: Say): Decorations {
  const authors = {item: authorItem(say), input: AuthorInput}
  const standard = say({ko: '기본', en: 'Default'})
  const iconPack = {input: choiceInput(choices(say, ICON_PACKS), standard)}
  return {
    talk: {input: talkInput(say)},
    project: {input: DocumentInput},
    slideDeck: {input: DocumentInput},
    'talk.start': {input: talkTimeInput('start')},
    'talk.end': {input: talkTimeInput('end')},
    'talk.publishDate': {input: talkTimeInput('publishDate')},
    'talk.expiryDate': {input: talkTimeInput('expiryDate')},
    'talk.allDay': {input: AllDayInput},
    'talk.timeZone': {input: timeZoneInput('timeZone')},
    'talk.endTimeZone': {input: timeZoneInput('endTimeZone')},
    'talk.authors[]': authors,
    'project.authors[]': authors,
    'slideDeck.authors[]': authors,
    'slideDeck.theme': {input: choiceInput(plainChoices(SLIDE_THEMES), standard)},
    'slideDeck.markdown': {input: CodeInput},
    'callout.kind': {input: choiceInput(choices(say, CALLOUT_KINDS))},
    'button.style': {input: choiceInput(choices(say, BUTTON_STYLES), standard)},
    'icon.pack': iconPack,
    'talkLink.iconPack': iconPack,
    'profileLink.iconPack': iconPack,
    body: {input: bodyInput(say)},
    divider: {input: nothingToSet(say)},
    table: {input: tableInput(say)},
    'codeBlock.code': {input: CodeInput},
    'mathBlock.tex': {input: CodeInput},
    'inlineMath.tex': {input: CodeInput},
    'shortcode.source': {input: CodeInput},
    'inlineShortcode.source': {input: CodeInput},
    'rawMarkdown.markdown': {input: CodeInput},
    'inlineMarkdown.markdown': {input: CodeInput},
    'rawHtml.html': {input: CodeInput},
    'inlineHtml.html': {input: CodeInput},
  }
}

function choices(say: Say, texts: Readonly<Record<string, Text>>) {
  return Object.entries(texts).map(([value, text]) => ({value, title: say(text)}))
}

function plainChoices(values: readonly string[]) {
  return values.map((value) => ({value, title: value}))
}
