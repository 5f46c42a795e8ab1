import type {JsonValue} from '../document.ts'

interface Color {
  /** 0-255 each. */
  rgb: [number, number, number]
  saturation: number
  lightness: number
  /** Number of pixels. */
  population: number
}

interface Target {
  lightness: {min: number; target: number; max: number}
  saturation: {min: number; target: number; max: number}
}

const dark = {min: 0, target: 0.26, max: 0.45}
const normal = {min: 0.3, target: 0.5, max: 0.7}
const light = {min: 0.55, target: 0.74, max: 1}
const vivid = {min: 0.35, target: 1, max: 1}
const pale = {min: 0, target: 0.3, max: 0.4}

/** The six kinds of colours of Android's Palette library, with the numbers of its port `node-vibrant`. */
const targets = {
  vibrant: {lightness: normal, saturation: vivid},
  lightVibrant: {lightness: light, saturation: vivid},
  darkVibrant: {lightness: dark, saturation: vivid},
  muted: {lightness: normal, saturation: pale},
  lightMuted: {lightness: light, saturation: pale},
  darkMuted: {lightness: dark, saturation: pale},
} satisfies Record<string, Target>

const weights = {saturation: 3, lightness: 6.5, population: 0.5}

/**
 * The palette of an image in the form of `sanity.imagePalette`, from RGBA pixels (4 bytes each; a thumbnail is enough).
 * A kind without a colour of its own gets the dominant colour at that kind's lightness, with population 0.
 */
export function palette(rgba: Uint8Array): JsonValue {
  const colors = countColors(rgba)
  const total = colors.reduce((sum, color) => sum + color.population, 0)
  const used = new Set<Color>()
  const picked = new Map<string, Color>()
  for (const [name, target] of Object.entries(targets)) {
    const color = best(colors, target, used)
    if (color === undefined) continue
    used.add(color)
    picked.set(name, color)
  }
  const dominant = colors.reduce(morePopulous, colors[0] ?? black)
  const swatches = Object.entries(targets).map(([name, target]) => [
    name,
    swatch(picked.get(name) ?? withLightness(dominant, target.lightness.target), total),
  ])
  return {_type: 'sanity.imagePalette', dominant: swatch(dominant, total), ...Object.fromEntries(swatches)}
}

const black: Color = {rgb: [0, 0, 0], saturation: 0, lightness: 0, population: 0}
const morePopulous = (a: Color, b: Color): Color => (b.population > a.population ? b : a)

/** Groups the opaque pixels by the upper four bits of each channel; a group's colour is the mean of its pixels. */
function countColors(rgba: Uint8Array): Color[] {
  const groups = new Map<number, {sum: [number, number, number]; count: number}>()
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray(at, at + 4)
    if (a < 125) continue
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4)
    const group = groups.get(key) ?? {sum: [0, 0, 0], count: 0}
    group.sum = [group.sum[0] + r, group.sum[1] + g, group.sum[2] + b]
    group.count += 1
    groups.set(key, group)
  }
  return [...groups.values()].map(({sum, count}) => {
    const rgb: Color['rgb'] = [Math.round(sum[0] / count), Math.round(sum[1] / count), Math.round(sum[2] / count)]
    return {rgb, population: count, ...saturationAndLightness(rgb)}
  })
}

function saturationAndLightness(rgb: Color['rgb']) {
  const max = Math.max(...rgb) / 255
  const min = Math.min(...rgb) / 255
  const lightness = (max + min) / 2
  const saturation = max === min ? 0 : (max - min) / (1 - Math.abs(2 * lightness - 1))
  return {saturation, lightness}
}

function best(colors: Color[], target: Target, used: Set<Color>): Color | undefined {
  const within = (value: number, {min, max}: {min: number; max: number}): boolean => value >= min && value <= max
  const most = Math.max(1, ...colors.map((color) => color.population))
  const score = (color: Color): number =>
    weights.saturation * (1 - Math.abs(color.saturation - target.saturation.target)) +
    weights.lightness * (1 - Math.abs(color.lightness - target.lightness.target)) +
    weights.population * (color.population / most)
  return colors
    .filter((color) => !used.has(color))
    .filter((color) => within(color.lightness, target.lightness) && within(color.saturation, target.saturation))
    .reduce<Color | undefined>(
      (top, color) => (top === undefined || score(color) > score(top) ? color : top),
      undefined,
    )
}

/** The same hue at another lightness: mixed with black or white. */
function withLightness(color: Color, lightness: number): Color {
  const mix = (channel: number): number =>
    color.lightness > lightness
      ? Math.round((channel * lightness) / color.lightness)
      : Math.round(255 - ((255 - channel) * (1 - lightness)) / Math.max(0.001, 1 - color.lightness))
  const rgb: Color['rgb'] = [mix(color.rgb[0]), mix(color.rgb[1]), mix(color.rgb[2])]
  return {rgb, population: 0, ...saturationAndLightness(rgb)}
}

/** `population` is a percentage of the pixels with two decimals. Text is white until a colour's YIQ brightness is too high. */
function swatch({rgb, population}: Color, total: number): JsonValue {
  const [r, g, b] = rgb
  const yiq = (r * 299 + g * 587 + b * 114) / 1000
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`,
    foreground: yiq < 150 ? '#fff' : '#000',
    title: yiq < 200 ? '#fff' : '#000',
    population: total === 0 ? 0 : Math.round((population / total) * 10_000) / 100,
  }
}
