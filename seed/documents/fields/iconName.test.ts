import {assert, constantFrom, pre, property, record} from 'fast-check'
import {expect, test} from 'vitest'
import {iconForDialect, readIconName, writeIconName} from './iconName.ts'

test('the kit names the pack before the icon, the generations before it in a key of its own', () => {
  expect([
    readIconName('github', 'fab'),
    readIconName('brands/github', undefined),
    readIconName('brands/x', undefined),
    readIconName('academicons/orcid', undefined),
    readIconName('devicon/python', undefined),
    readIconName('envelope', undefined),
    readIconName(undefined, 'fab'),
  ]).toEqual([
    {icon: 'github', iconPack: 'fab'},
    {icon: 'github', iconPack: 'fab'},
    {icon: 'x-twitter', iconPack: 'fab'},
    {icon: 'orcid', iconPack: 'ai'},
    {icon: 'python', iconPack: 'devicon'},
    {icon: 'envelope'},
    {iconPack: 'fab'},
  ])
})

test('an icon that the item already names stays as it is written, in either form', () => {
  const github = {icon: 'github', iconPack: 'fab'}
  expect([
    writeIconName(github, {icon: 'brands/github'}, false),
    writeIconName(github, {icon: 'github', icon_pack: 'fab'}, true),
    writeIconName(github, {icon: 'twitter', icon_pack: 'fab'}, true),
    writeIconName({icon: 'envelope'}, undefined, true),
  ]).toEqual([
    {icon: 'brands/github', icon_pack: undefined},
    {icon: 'github', icon_pack: 'fab'},
    {icon: 'brands/github', icon_pack: undefined},
    {icon: 'envelope', icon_pack: undefined},
  ])
})

const icons = record({
  icon: constantFrom('github', 'x-twitter', 'orcid', 'r-project', 'envelope', 'location-dot'),
  iconPack: constantFrom('fab', 'ai', 'fas', 'far', 'hero', 'devicon', 'emoji', 'mine'),
})

test('what is written is read back', () => {
  assert(
    property(icons, constantFrom(true, false), (icon, combined) => {
      const written = writeIconName(icon, undefined, combined)
      expect(readIconName(written.icon, written.icon_pack)).toEqual(icon)
    }),
  )
})

test('another generation draws the same icon under another name, and back the same; or it has none', () => {
  expect([
    iconForDialect({icon: 'envelope'}, 'wowchemy', 'kit'),
    iconForDialect({icon: 'video-camera'}, 'kit', 'wowchemy'),
    iconForDialect({icon: 'dove', iconPack: 'fas'}, 'wowchemy', 'kit'),
    iconForDialect({icon: 'dove', iconPack: 'fas'}, 'academic4', 'wowchemy'),
  ]).toEqual([
    {icon: 'envelope', iconPack: 'hero'},
    {icon: 'video', iconPack: 'fas'},
    undefined,
    {icon: 'dove', iconPack: 'fas'},
  ])
  assert(
    property(icons, (icon) => {
      pre(!['hero', 'devicon', 'emoji'].includes(icon.iconPack))
      const kit = iconForDialect(icon, 'wowchemy', 'kit')
      expect(kit && iconForDialect(kit, 'kit', 'wowchemy')).toEqual(kit && icon)
    }),
  )
})
