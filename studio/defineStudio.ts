import {PresentationIcon} from '@sanity/icons/Presentation'
import {koKRLocale} from '@sanity/locale-ko-kr'
import {visionTool} from '@sanity/vision'
import {defineConfig, definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'
import {SYNC_RECORD} from '../schemas/documents/syncRecord.ts'
import {createSchemaTypes} from '../schemas/index.ts'
import {type Language, type Say, sayIn} from '../schemas/text/say.ts'
import {duplicateAsCopy} from './actions/duplicateAsCopy.ts'
import {translate} from './actions/translate.tsx'
import {API_VERSION} from './config/apiVersion.ts'
import {ChangeTrackerLayout} from './config/ChangeTrackerLayout.tsx'
import type {StudioEnvironment} from './config/environment.ts'
import {features} from './config/features.ts'
import {heldChanges} from './config/HeldChanges.tsx'
import {lakeConnection} from './config/lakeConnection.ts'
import {languageNavbar} from './config/LanguageNavbar.tsx'
import {restartOnLanguage} from './config/RestartOnLanguage.tsx'
import {withInputs} from './schema/withInputs.ts'
import {koreanSupplement} from './strings/koreanSupplement.ts'
import {browserLanguage} from './strings/language.ts'
import {preferLanguage} from './strings/preferLanguage.ts'
import {createStructure} from './structure/createStructure.ts'

const WORKSPACE = 'default'

/** The Studio's configuration for `renderStudio` and for the Sanity CLI, in the language of whoever opens it. */
export function defineStudio(environment: StudioEnvironment) {
  const language = browserLanguage(environment.projectId, WORKSPACE)
  const say = sayIn(language)
  const translateAction = translate(say)
  return defineConfig({
    name: WORKSPACE,
    title: 'Lectern',
    icon: PresentationIcon,
    projectId: environment.projectId,
    dataset: environment.dataset,
    ...lakeConnection(environment),
    ...features,
    plugins: [
      structureTool({
        title: say({ko: '발표 관리', en: 'Talks'}),
        icon: PresentationIcon,
        structure: createStructure(say, () => new Date()),
      }),
      visionTool({
        title: say({ko: '쿼리', en: 'Vision'}),
        defaultApiVersion: API_VERSION,
        defaultDataset: environment.dataset,
      }),
      koKRLocale(),
      languages({language}),
      changeTracker(),
      waitingChanges({say}),
    ],
    schema: {types: withInputs(createSchemaTypes(language), say)},
    // The embedded lake gives roles on its command line, so there is nobody whom the Studio could ask for another one.
    document: {
      actions: (actions) => [...duplicateAsCopy(actions), translateAction],
      askToEdit: {enabled: environment.hosted},
      newDocumentOptions: (options) => options.filter(({templateId}) => templateId !== SYNC_RECORD),
    },
    // Sanity gives the title of this tool in English only.
    tools: (tools) =>
      tools.map((tool) => (tool.name === 'releases' ? {...tool, title: say({ko: '릴리스', en: 'Releases'})} : tool)),
    studio: {components: {layout: restartOnLanguage(language), navbar: languageNavbar(language)}},
  })
}

/** After the locale plugins, so that it sees what they added. */
const languages = definePlugin<{language: Language}>(({language}) => ({
  name: 'lectern/languages',
  i18n: {locales: (locales) => preferLanguage(locales, language), bundles: koreanSupplement},
}))

const changeTracker = definePlugin({
  name: 'lectern/change-tracker',
  studio: {components: {layout: ChangeTrackerLayout}},
})

const waitingChanges = definePlugin<{say: Say}>(({say}) => ({
  name: 'lectern/waiting-changes',
  studio: {components: {layout: heldChanges(say)}},
}))
