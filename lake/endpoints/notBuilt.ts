export interface NotBuilt {
  /** A Hono pattern without the `/v…` prefix. */
  path: string
  feature: string
  /** What serves the same end here, as an order. */
  instead?: string
}

/** What the hosted service documents and this lake does not have: answered with 501, the name of the feature, and what to do instead. */
export const notBuilt: readonly NotBuilt[] = [
  {
    path: '/access/*',
    feature: 'The access API (roles, robots, requests)',
    instead: 'use npm run accounts and npm run token',
  },
  {path: '/agent/*', feature: 'Agent Actions'},
  {path: '/aliases', feature: 'Dataset aliases'},
  {path: '/aliases/*', feature: 'Dataset aliases'},
  {path: '/apis/graphql/*', feature: 'GraphQL', instead: 'ask in GROQ'},
  {path: '/assets/google/*', feature: 'Importing assets from a URL', instead: 'upload the bytes'},
  {path: '/assets/:type/:ds/from-url', feature: 'Importing assets from a URL', instead: 'upload the bytes'},
  {path: '/backups/*', feature: 'Hosted backups', instead: 'use npm run backup'},
  {path: '/blueprints/*', feature: 'Blueprints'},
  {path: '/canvases/*', feature: 'Canvas'},
  {path: '/collaboration/*', feature: 'The collaboration API of comments'},
  {path: '/context/*', feature: 'The context API'},
  {path: '/copies/*', feature: 'Copying datasets on the server', instead: 'export the dataset and import it'},
  {path: '/dashboards/*', feature: 'Dashboards'},
  {path: '/data/copy/*', feature: 'Copying datasets on the server', instead: 'export the dataset and import it'},
  {path: '/data/webhooks/*', feature: 'Webhooks', instead: 'listen, or use the live events'},
  {path: '/datasets/:ds/copy', feature: 'Copying datasets on the server', instead: 'export the dataset and import it'},
  {path: '/datasets/:ds/settings/embeddings', feature: 'The embeddings of a dataset'},
  {path: '/descriptors/synchronize', feature: 'Descriptor synchronization'},
  {path: '/embeddings-index/*', feature: 'The embeddings index'},
  {path: '/functions/*', feature: 'Functions'},
  {path: '/graphql/*', feature: 'GraphQL', instead: 'ask in GROQ'},
  {path: '/hooks/*', feature: 'Webhooks', instead: 'listen, or use the live events'},
  {path: '/invitations/*', feature: 'Invitations', instead: 'use npm run accounts'},
  {path: '/jobs/*', feature: 'Jobs'},
  {path: '/knowledge-bases/*', feature: 'Knowledge bases'},
  {path: '/media-libraries/*', feature: 'The media library'},
  {path: '/organizations/*', feature: 'Organizations'},
  {path: '/projects/:pid/acl/*', feature: 'Project access control lists'},
  {
    path: '/projects/:pid/cors',
    feature: 'CORS origins managed over HTTP',
    instead: 'name them in LECTERN_CORS_ORIGINS',
  },
  {
    path: '/projects/:pid/cors/*',
    feature: 'CORS origins managed over HTTP',
    instead: 'name them in LECTERN_CORS_ORIGINS',
  },
  {path: '/projects/:pid/datasets/:ds/aliases', feature: 'Dataset aliases'},
  {path: '/projects/:pid/datasets/:ds/backups', feature: 'Hosted backups', instead: 'use npm run backup'},
  {path: '/projects/:pid/datasets/:ds/backups/*', feature: 'Hosted backups', instead: 'use npm run backup'},
  {
    path: '/projects/:pid/datasets/copy',
    feature: 'Copying datasets on the server',
    instead: 'export the dataset and import it',
  },
  {
    path: '/projects/:pid/datasets/:ds/copy',
    feature: 'Copying datasets on the server',
    instead: 'export the dataset and import it',
  },
  {path: '/projects/:pid/datasets/:ds/schemas', feature: 'Deployed schemas'},
  {path: '/projects/:pid/datasets/:ds/schemas/*', feature: 'Deployed schemas'},
  {path: '/projects/:pid/datasets/:ds/settings/backups', feature: 'Hosted backups', instead: 'use npm run backup'},
  {path: '/projects/:pid/datasets/:ds/settings/embeddings', feature: 'The embeddings of a dataset'},
  {path: '/projects/:pid/invitations', feature: 'Invitations', instead: 'use npm run accounts'},
  {path: '/projects/:pid/roles', feature: 'Custom roles'},
  {path: '/projects/:pid/tokens', feature: 'Tokens managed over HTTP', instead: 'use npm run token'},
  {path: '/projects/:pid/tokens/*', feature: 'Tokens managed over HTTP', instead: 'use npm run token'},
  {path: '/user-applications/*', feature: 'Deployed Studios'},
  {path: '/vision/*', feature: 'Vision on the server'},
]
