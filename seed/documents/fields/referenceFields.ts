import {showValue} from '../../frontMatter/frontMatterValue.ts'
import {createKeys} from '../../values/createKeys.ts'
import type {FieldCodec} from '../codec.ts'
import {noticeLeftover} from '../leftovers.ts'
import type {Talk} from '../types.ts'

/** `slides`: the name of a deck below `content/slides`. The kit allows a list; its first deck counts. */
export const slidesField: FieldCodec<Talk> = {
  fields: ['slides'],
  keys: ['slides'],
  read(reader) {
    const [written, ...others] = reader.texts('slides')
    if (written === undefined) return {}
    const isLeftover = noticeLeftover(reader, 'slides', written)
    if (others.length > 0) {
      reader.notice(
        'wrongType',
        'slides',
        'A talk holds one slide deck; the others stay in the file.',
        others.join(', '),
      )
    }
    const {reference, found} = reader.reference('slideDeck', written)
    if (!found && !isLeftover) {
      reader.notice(
        'missingSlides',
        'slides',
        `The site has no slide deck "${written}"; the theme shows no button for it.`,
        written,
      )
    }
    return {slides: reference}
  },
  write(document, writer) {
    const name = document.slides && writer.sources.nameOf(document.slides._ref)
    writer.set('slides', Array.isArray(writer.current('slides')) && name !== undefined ? [name] : name)
  },
}

/** `projects`: names of folders or files below `content/project`, without extension. */
export const projectsField: FieldCodec<Talk> = {
  fields: ['projects'],
  keys: ['projects'],
  read(reader) {
    const makeKey = createKeys()
    const projects = reader.texts('projects').map((written) => {
      const isLeftover = noticeLeftover(reader, 'projects', written)
      const name = written.replace(/^.*\//, '').replace(/\.md$/i, '')
      const {reference, found} = reader.reference('project', written, name)
      if (!isLeftover && (!found || name !== written)) {
        const message = `The theme finds no project "${written}" and shows no button for it.`
        reader.noticeItem('missingProject', 'projects', message, written)
      }
      return {...reference, _key: makeKey(reference)}
    })
    return projects.length > 0 ? {projects} : {}
  },
  write(document, writer, base) {
    const old = writer.current('projects')
    const written = (Array.isArray(old) ? old : [old]).filter(
      (item) => item !== null && item !== undefined && item !== '',
    )
    const names = (document.projects ?? []).flatMap(({_ref}) => {
      const before = base.projects?.findIndex((project) => project._ref === _ref) ?? -1
      const now = writer.sources.renamed?.get(_ref)
      const name = now ?? written[before] ?? writer.sources.nameOf(_ref)
      return name === undefined ? [] : [showValue(name)]
    })
    writer.set('projects', names.length > 0 ? names : undefined)
  },
}
