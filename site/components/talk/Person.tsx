import type {Maybe} from '../../content.ts'
import {addressLanguage, paths} from '../../pages/paths.ts'
import type {PersonDetails} from '../../talkContent.ts'
import {InlineMarkdownText} from '../Html.tsx'
import {Picture} from '../Picture.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {useSite} from '../SiteContext.tsx'

/** A person's name, linked to their page. */
export function PersonName({person}: {person: Maybe<Omit<PersonDetails, '_id'>>}) {
  const {language} = useSite()
  const name = person?.name || person?.slug
  if (!name) return null
  if (!person?.slug) return name
  return <a href={paths.author(person.slug, addressLanguage(person.language, language))}>{name}</a>
}

/** The box at the foot of a talk: who speaks. */
export function PersonBox({person}: {person: PersonDetails}) {
  const organizations = person.organizations?.filter(({name}) => name) ?? []
  return (
    <section className="person">
      <Picture image={person.avatar} alt="" width={72} ratio={1} className="avatar" />
      <div>
        <p className="name">
          <PersonName person={person} />
        </p>
        {person.role && (
          <p className="role">
            <InlineMarkdownText markdown={person.role} />
          </p>
        )}
        {organizations.map(({_key, name, url}) => (
          <p key={_key} className="role">
            <SafeLink href={url}>{name}</SafeLink>
          </p>
        ))}
        {person.bio && (
          <p>
            <InlineMarkdownText markdown={person.bio} />
          </p>
        )}
      </div>
    </section>
  )
}
