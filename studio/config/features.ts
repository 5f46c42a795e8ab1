import type {WorkspaceOptions} from 'sanity'

type Features = Pick<WorkspaceOptions, 'scheduledPublishing' | 'announcements' | 'apps' | 'mediaLibrary' | 'beta'>

/**
 * Parts of the Studio that the embedded lake does not serve yet, or that need an organisation at Sanity, are off; on is the
 * history of releases, without which their activity tells of no document that was added or taken out.
 */
export const features: Features = {
  scheduledPublishing: {enabled: false},
  announcements: {enabled: false},
  apps: {canvas: {enabled: false}},
  mediaLibrary: {enabled: false},
  beta: {eventsAPI: {releases: true}},
}
