import { resolve } from 'node:path'
import { createServer } from 'vite'

export interface StoryServer {
  /** The address of a page with the stories whose files begin with `only`. */
  pageOf(only: string): string
  stop(): Promise<void>
}

/** Serves the page that shows stories, from the sources, on this machine only. */
export const serveStories = async (): Promise<StoryServer> => {
  const server = await createServer({
    root: import.meta.dirname,
    logLevel: 'error',
    server: {
      ...{ port: 0, host: '127.0.0.1', watch: null },
      fs: { allow: [resolve(import.meta.dirname, '../..')] },
    },
  })
  await server.listen()
  const base = server.resolvedUrls?.local[0] ?? ''
  return {
    pageOf: (only) => new URL(`test/story-page.html?only=${encodeURIComponent(only)}`, base).href,
    stop: () => server.close(),
  }
}
