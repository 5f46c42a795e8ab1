import {defineCliConfig} from 'sanity/cli'
import {readEnvironment} from './studio/config/environment.ts'

const {projectId, dataset} = readEnvironment({
  projectId: process.env['SANITY_STUDIO_PROJECT_ID'],
  dataset: process.env['SANITY_STUDIO_DATASET'],
})

export default defineCliConfig({
  api: {projectId, dataset},
  project: {basePath: '/studio'},
  deployment: {autoUpdates: false},
})
