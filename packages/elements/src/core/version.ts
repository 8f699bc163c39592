/** The version of this copy. The build puts that of package.json in its place (`write-version.ts`); sources have none. */
export const VERSION: string = 'source'
