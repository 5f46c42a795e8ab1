import type {ReactNode} from 'react'
import type {InlineShortcode} from '../../content.ts'
import {embedProviders} from '../../text/embedAddress.ts'
import {formulaAt} from '../../text/formulas.ts'
import {authorReference} from '../../text/pageReference.ts'
import {readShortcode, type ShortcodeCall} from '../../text/readShortcode.ts'
import {isRemote, placeOf} from '../../text/safeHref.ts'
import {Player, playerLink} from '../blocks/Player.tsx'
import {useFiles} from '../Files.tsx'
import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'
import {Tex} from '../Tex.tsx'
import {InlineImageView} from './InlineImageView.tsx'

/** The theme's shortcodes that say something inside a sentence. Undefined where a call lacks what it needs. */
export const inlineShortcodes: Record<string, (call: ShortcodeCall) => ReactNode> = {
  math: ({inner}) => inner?.trim() && <InlineFormula text={inner.trim()} />,
  hl: ({inner}) => inner && <mark>{<InlineMarkdownText markdown={inner} />}</mark>,
  mention: ({positional: [name]}) => name && <Mention name={name} />,
  // A static file of the Hugo site, which this site does not serve: its name stays, the link would lead nowhere.
  staticref: ({positional: [path = ''], inner}) =>
    inner && (
      <SafeLink href={isRemote(path) ? path : undefined}>
        <InlineMarkdownText markdown={inner} />
      </SafeLink>
    ),
  figure: ({named: {src, alt, title, caption = title}}) =>
    src && <InlineImageView value={{src, alt, title: caption}} />,
  cta: ({named: {cta_link: url, cta_text: text}}) =>
    url && (
      <SafeLink href={url} className="button">
        <InlineMarkdownText markdown={text || placeOf(url)} />
      </SafeLink>
    ),
  video: (call) => call.named['src'] && <Player call={call} />,
  audio: (call) => call.named['src'] && <Player call={call} />,
  ...Object.fromEntries(embedProviders.map((provider) => [provider, playerLink])),
}

/** A person by the name of their folder. */
function Mention({name}: {name: string}) {
  const page = useFiles().page(authorReference(name))
  return page ? <SafeLink href={page.address}>{page.title || name}</SafeLink> : name
}

function InlineFormula({text}: {text: string}) {
  const formula = formulaAt(text, 0)
  return formula?.end === text.length ? (
    <Tex tex={formula.tex} display={formula.display} />
  ) : (
    <InlineMarkdownText markdown={text} />
  )
}

/** A shortcode inside a sentence as the theme shows it where that needs no Hugo; any other as its source. */
export function InlineShortcodeView({value}: {value: InlineShortcode}) {
  const {words} = useSite()
  const call = readShortcode(value.source ?? '')
  const content = call && Object.hasOwn(inlineShortcodes, call.name) ? inlineShortcodes[call.name]?.(call) : undefined
  if (content) return content
  return (
    <code className="shortcode" title={words.shortcode(value.name ?? '')}>
      {value.source}
    </code>
  )
}
