export interface NotBuilt {
  feature: string
  /** What serves the same end here, as an order. */
  instead?: string
  /** Hono patterns without the `/v…` prefix: `/x/*` is `/x` too. */
  paths: readonly string[]
}

/** What the hosted service documents and this lake does not have: answered with 501, the name of the feature, and what to do instead. */
export const notBuilt: readonly NotBuilt[] = [
  {
    feature: 'The access API (roles, robots, requests)',
    instead: 'use npm run accounts and npm run token',
    paths: ['/access/*'],
  },
  {feature: 'The activity feed', paths: ['/activity/*']},
  {feature: 'Agent Actions', paths: ['/agent/*']},
  {feature: 'Dataset aliases', paths: ['/aliases/*', '/projects/:pid/datasets/:ds/aliases']},
  {feature: 'Deployed applications', paths: ['/applications/*']},
  {feature: 'GraphQL', instead: 'ask in GROQ', paths: ['/apis/graphql/*', '/graphql/*']},
  {
    feature: 'Importing assets from a URL',
    instead: 'upload the bytes',
    paths: ['/assets/google/*', '/assets/:type/:ds/from-url'],
  },
  {feature: 'The media library', paths: ['/assets/media-library-link/:ds', '/media-libraries/*']},
  {feature: 'AI Assist', paths: ['/assist/*']},
  {feature: 'Signing in by OAuth', instead: 'use npm run accounts and npm run token', paths: ['/auth/oauth/*']},
  {
    feature: 'Signing in with an organization',
    instead: 'use npm run accounts and npm run token',
    paths: ['/auth/organizations/*'],
  },
  {
    feature: 'Sessions handed from one page to another',
    instead: 'use npm run accounts and npm run token',
    paths: ['/auth/session/*'],
  },
  {
    feature: 'Hosted backups',
    instead: 'use npm run backup',
    paths: ['/backups/*', '/projects/:pid/datasets/:ds/backups/*', '/projects/:pid/datasets/:ds/settings/backups'],
  },
  {feature: 'Blueprints', paths: ['/blueprints/*']},
  {feature: 'Canvas', paths: ['/canvases/*']},
  {feature: 'The collaboration API of comments', paths: ['/collaboration/*']},
  {feature: 'The context API', paths: ['/context/*']},
  {
    feature: 'Copying datasets on the server',
    instead: 'export the dataset and import it',
    paths: [
      '/copies/*',
      '/data/copy/*',
      '/datasets/:ds/copy',
      '/projects/:pid/datasets/copy',
      '/projects/:pid/datasets/:ds/copy',
    ],
  },
  {feature: 'Dashboards', paths: ['/dashboards/*']},
  {feature: 'Webhooks', instead: 'listen, or use the live events', paths: ['/data/webhooks/*', '/hooks/*']},
  {
    feature: 'The embeddings of a dataset',
    paths: ['/datasets/:ds/settings/embeddings', '/projects/:pid/datasets/:ds/settings/embeddings'],
  },
  {feature: 'Descriptor synchronization', paths: ['/descriptors/synchronize']},
  {feature: 'The embeddings index', paths: ['/embeddings-index/*']},
  {feature: 'Functions', paths: ['/functions/*']},
  {feature: 'Installed applications', paths: ['/installations/*']},
  {feature: 'Invitations', instead: 'use npm run accounts', paths: ['/invitations/*', '/projects/:pid/invitations']},
  {feature: 'Jobs', paths: ['/jobs/*']},
  {feature: 'Knowledge bases', paths: ['/knowledge-bases/*']},
  {feature: 'Organizations', paths: ['/organizations/*']},
  {feature: 'Project access control lists', paths: ['/projects/:pid/acl/*']},
  {
    feature: 'CORS origins managed over HTTP',
    instead: 'name them in LECTERN_CORS_ORIGINS',
    paths: ['/projects/:pid/cors/*'],
  },
  {feature: 'Deployed schemas', paths: ['/projects/:pid/datasets/:ds/schemas/*']},
  {feature: 'The indexing settings of a dataset', paths: ['/projects/:pid/datasets/:ds/settings/indexing']},
  {feature: 'Tags of datasets', paths: ['/projects/:pid/datasets/:ds/tags/*', '/projects/:pid/tags/*']},
  {feature: 'Members managed over HTTP', instead: 'use npm run accounts', paths: ['/projects/:pid/members/*']},
  {feature: 'Custom roles', paths: ['/projects/:pid/permissions', '/projects/:pid/roles']},
  {feature: 'Tokens managed over HTTP', instead: 'use npm run token', paths: ['/projects/:pid/tokens/*']},
  {feature: 'Deployed Studios', paths: ['/projects/:pid/user-applications/*', '/user-applications/*']},
  {feature: 'Old-style schedules', instead: 'schedule a release', paths: ['/schedules/:pid/:ds/*']},
  {feature: 'Vision on the server', paths: ['/vision/*']},
]
