import type {PageFile} from '../bundle/findPages.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap} from '../frontMatter/frontMatterValue.ts'
import {createKeys} from '../values/createKeys.ts'
import {hashContent} from '../values/hashContent.ts'
import {textOf} from '../values/textOf.ts'
import {isPicture} from './assets.ts'
import type {FieldCodec} from './codec.ts'
import {combinesIcons, readIconName, writeIconName} from './fields/iconName.ts'
import {textField, textsField} from './fields/textField.ts'
import {lowerKeys} from './page.ts'
import type {Author} from './types.ts'

/** The name: `title` of the author's page, `name.display` in the kit's data files. */
const nameField: FieldCodec<Author> = {
  fields: ['name'],
  keys: ['title', 'name'],
  read(reader) {
    const name = reader.value('name')
    const shown = isMap(name) ? lowerKeys(name)['display'] : name
    const text = reader.text('title') ?? reader.asText(shown, 'name')
    return text === undefined ? {} : {name: text}
  },
  write(document, writer) {
    const name = writer.current('name')
    if (isMap(name)) writer.set('name', {...name, display: document.name ?? ''})
    else if (writer.page.file.section === 'data' && !writer.page.values.has('title'))
      writer.set('name', {display: document.name ?? ''})
    else writer.set('title', document.name)
  },
}

const slugField: FieldCodec<Author> = {
  fields: ['slug'],
  keys: ['slug'],
  read: (reader) => ({slug: {_type: 'slug', current: (reader.text('slug') ?? reader.page.file.name).normalize('NFC')}}),
  write(document, writer) {
    if (writer.page.values.has('slug')) writer.set('slug', document.slug?.current)
  },
}

/** Names of keys in the order in which they are read. */
const OWNER = ['superuser', 'is_owner'] as const
const PROFILES = ['profiles', 'social', 'links'] as const
const ORGANIZATIONS = ['organizations', 'affiliations'] as const

const ownerField: FieldCodec<Author> = {
  fields: ['owner'],
  keys: OWNER,
  read(reader) {
    const owner = reader.flag(reader.firstKey(...OWNER) ?? 'superuser')
    return owner === undefined ? {} : {owner}
  },
  write(document, writer) {
    const fresh = writer.page.file.section === 'data' ? 'is_owner' : 'superuser'
    writer.set(writer.knownKey(OWNER) ?? fresh, document.owner)
  },
}

/** Texts that an item of a list should hold, each under the first of its names that the item has. */
type Wanted = ReadonlyArray<readonly [names: readonly [string, ...string[]], value: string | undefined]>

function spelledIn(item: FrontMatterMap, names: readonly string[]): string | undefined {
  return Object.keys(item).find((key) => names.includes(key.toLowerCase()))
}

/** The item with its texts; it keeps the keys that no field holds. */
function withTexts(old: FrontMatterMap | undefined, wanted: Wanted): FrontMatterMap {
  const item: FrontMatterMap = {...old}
  for (const [names, value] of wanted) {
    const key = spelledIn(item, names) ?? names[0]
    if (value !== undefined) item[key] = value
    else if (item[key] !== '' && item[key] !== null) delete item[key]
  }
  return item
}

function mapsIn(value: FrontMatterValue | undefined): FrontMatterMap[] {
  return Array.isArray(value) ? value.map((item) => (isMap(item) ? item : {})) : []
}

const organizationsField: FieldCodec<Author> = {
  fields: ['organizations'],
  keys: ORGANIZATIONS,
  read(reader) {
    const makeKey = createKeys()
    const key = reader.firstKey(...ORGANIZATIONS)
    if (key === undefined) return {}
    const organizations = reader.maps(key).map((item) => {
      const name = reader.asText(item['name'], `${key}.name`)
      const url = reader.asText(item['url'], `${key}.url`)
      const organization = {
        _type: 'organization' as const,
        ...(name !== undefined && {name}),
        ...(url !== undefined && {url}),
      }
      return {...organization, _key: makeKey(organization)}
    })
    return organizations.length > 0 ? {organizations} : {}
  },
  write(document, writer) {
    const fresh = writer.page.file.section === 'data' ? 'affiliations' : 'organizations'
    const key = writer.knownKey(ORGANIZATIONS) ?? fresh
    const old = mapsIn(writer.current(key))
    const written = (document.organizations ?? []).map(({name, url}, index) => {
      const wanted: Wanted = [
        [['name'], name],
        [['url'], url],
      ]
      const same = old.find((item) =>
        wanted.every(([names, value]) => (item[spelledIn(item, names) ?? ''] ?? '') === (value ?? '')),
      )
      return withTexts(same ?? old[index], wanted)
    })
    writer.set(key, written.length > 0 ? written : undefined)
  },
}

const profilesField: FieldCodec<Author> = {
  fields: ['profiles'],
  keys: PROFILES,
  read(reader) {
    const makeKey = createKeys()
    const key = reader.firstKey(...PROFILES)
    if (key === undefined) return {}
    const profiles = reader.maps(key).map((item) => {
      const profile = readProfile(item, (value, name) => reader.asText(value, `${key}.${name}`))
      return {...profile, _key: makeKey(profile)}
    })
    return profiles.length > 0 ? {profiles} : {}
  },
  write(document, writer) {
    const data = writer.page.file.section === 'data'
    const key = writer.knownKey(PROFILES) ?? (data ? 'links' : 'social')
    const urlKey = key === 'social' ? ('link' as const) : ('url' as const)
    const old = mapsIn(writer.current(key))
    const combined = combinesIcons(old.map(lowerKeys), writer.dialect)
    const written = (document.profiles ?? []).map((profile, index) => {
      const before =
        old.find((item) => hashContent(readProfile(lowerKeys(item))) === hashContent(profile)) ?? old[index]
      const {icon, icon_pack: pack} = writeIconName(profile, before && lowerKeys(before), combined)
      return withTexts(before, [
        [['icon'], icon],
        [['icon_pack'], pack],
        [[urlKey, 'url', 'link'], profile.url],
        [['label'], profile.label],
      ])
    })
    writer.set(key, written.length > 0 ? written : undefined)
  },
}

/** An item of a list of profiles, its keys in lower case. */
function readProfile(
  item: FrontMatterMap,
  asText: (value: FrontMatterValue | undefined, name: string) => string | undefined = textOf,
) {
  const text = (...names: string[]) =>
    names.map((name) => asText(item[name], name)).find((value) => value !== undefined)
  const [url, label] = [text('url', 'link'), text('label')]
  return {
    _type: 'profileLink' as const,
    ...(url !== undefined && {url}),
    ...(label !== undefined && {label}),
    ...readIconName(text('icon'), text('icon_pack')),
  }
}

/** The picture: the bundle's first image named `*avatar*`; the kit keeps it in `assets/media/authors`. */
const avatarField: FieldCodec<Author> = {
  fields: ['avatar'],
  keys: ['avatar_filename'],
  read(reader) {
    const {file} = reader.page
    const own = avatarFile(file)
    if (own !== undefined) {
      const asset = reader.resource(own)
      return asset ? {avatar: {_type: 'image', asset}} : {}
    }
    const media = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'svg']
      .map((extension) => `assets/media/authors/${file.name}.${extension}`)
      .find((path) => reader.site.hasFile(path))
    return media === undefined ? {} : {avatar: {_type: 'image', asset: reader.asset(media)}}
  },
  write(document, writer, base) {
    const asset = document.avatar?.asset
    if (asset?._ref === base.avatar?.asset?._ref) return
    const old = avatarFile(writer.page.file)
    if (asset) writer.putImage(asset._ref, old, 'avatar')
    else if (old !== undefined) writer.dropped.add(old)
  },
}

/** The bundle's first image named `*avatar*`. */
function avatarFile({resources}: PageFile): string | undefined {
  return resources.find((path) => isPicture(path) && /avatar/i.test(path) && !path.includes('/'))
}

/** The fields of an author, in the order in which a new page's front matter lists them. */
export const authorFields: ReadonlyArray<FieldCodec<Author>> = [
  nameField,
  slugField,
  ownerField,
  textField<Author>('role', ['role']),
  organizationsField,
  textField<Author>('bio', ['bio']),
  textsField<Author>('interests', 'interests'),
  profilesField,
  textField<Author>('email', ['email']),
  avatarField,
]
