import {actionScenarios} from './actionScenarios.ts'
import {assetScenarios} from './assetScenarios.ts'
import {documentScenarios} from './documentScenarios.ts'
import {mutationScenarios} from './mutationScenarios.ts'
import {projectScenarios} from './projectScenarios.ts'
import {queryScenarios} from './queryScenarios.ts'
import {refusalScenarios} from './refusalScenarios.ts'
import {releaseScenarios} from './releaseScenarios.ts'
import type {Scenario} from './scenario.ts'
import {streamScenarios} from './streamScenarios.ts'

/** What a Content Lake must do for `@sanity/client`: the embedded one in process and over HTTP, and the hosted one. */
export const scenarios: readonly Scenario[] = [
  ...documentScenarios,
  ...queryScenarios,
  ...mutationScenarios,
  ...actionScenarios,
  ...releaseScenarios,
  ...streamScenarios,
  ...assetScenarios,
  ...projectScenarios,
  ...refusalScenarios,
]
