/** Declares the used parts of two modules that have no types. */
declare module 'fontkit' {
  /** A font as pdfkit accepts it. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): unknown
  }
  export const create: (bytes: Uint8Array) => Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
