/** The driver's own conversion of parameters, which its type declarations leave out. */
declare module 'pg/lib/utils.js' {
  const utils: {
    /** Dates as text, bytes as bytes, arrays as literals. */
    prepareValue(value: unknown): unknown
  }
  export default utils
}
