/** The version of this copy. A test holds it equal to package.json. */
export const VERSION = '0.0.0'
