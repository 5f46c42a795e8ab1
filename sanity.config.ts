import {builtEnvironment} from './studio/config/environment.ts'
import {defineStudio} from './studio/defineStudio.ts'

export default defineStudio(builtEnvironment())
