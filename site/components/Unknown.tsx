import {useSite} from './SiteContext.tsx'

/** Content of a type that no component knows: a visible, labelled note, never a hole in the page. */
export function Unknown({type, inline}: {type: string; inline: boolean}) {
  const {words} = useSite()
  const text = words.unknownContent(type)
  return inline ? <span className="unknown">{text}</span> : <p className="unknown">{text}</p>
}
