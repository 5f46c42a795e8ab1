/** Packages with machine code of their own, which no build can take in. */
const NATIVE = ['sharp', '@node-rs/argon2']

/** Builds the lake with its dependencies, and the client, into the folder `outDir`. */
export async function buildServer(projectDir: string, outDir: string): Promise<void> {
  const {build} = await import('vite')
  await build({
    configFile: false,
    root: projectDir,
    mode: 'production',
    logLevel: 'error',
    ssr: {noExternal: true, external: NATIVE},
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {input: {createLake: 'lake/createLake.ts', sanityClient: '@sanity/client'}},
    },
  })
}
