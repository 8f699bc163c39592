/** The version of this package. The build replaces it with that of package.json (`write-version.ts`); sources have none. */
export const VERSION: string = 'source'
