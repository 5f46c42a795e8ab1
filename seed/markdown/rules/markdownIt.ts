import type MarkdownItClass from 'markdown-it'

export type MarkdownIt = MarkdownItClass
export type Token = ReturnType<MarkdownItClass['parse']>[number]
export type StateInline = InstanceType<MarkdownItClass['inline']['State']>
export type StateBlock = InstanceType<MarkdownItClass['block']['State']>
export type StateCore = InstanceType<MarkdownItClass['core']['State']>
