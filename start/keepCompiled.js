import {enableCompileCache} from 'node:module'
import {join} from 'node:path'

/*
 * Keeps sources without their types, and compiled code, from one run to the next: to be loaded before anything else with `node --import`. It is JavaScript
 * because what takes types away is slow to load itself, and is not needed when all sources are kept.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compile'))
