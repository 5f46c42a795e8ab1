import './installShim.ts'
import {renderStudio} from 'sanity'
import {builtEnvironment} from '../config/environment.ts'
import {defineStudio} from '../defineStudio.ts'

document.documentElement.lang = navigator.language
renderStudio(document.querySelector<HTMLElement>('#sanity'), defineStudio(builtEnvironment()), {basePath: '/studio'})
