import type {WorkspaceOptions} from 'sanity'

type Features = Pick<WorkspaceOptions, 'scheduledPublishing' | 'announcements' | 'apps' | 'mediaLibrary'>

/** Parts of the Studio that the embedded lake does not serve yet, or that need an organisation at Sanity. */
export const features: Features = {
  scheduledPublishing: {enabled: false},
  announcements: {enabled: false},
  apps: {canvas: {enabled: false}},
  mediaLibrary: {enabled: false},
}
