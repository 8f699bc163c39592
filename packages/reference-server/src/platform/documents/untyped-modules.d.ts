/** Declares the used parts of two modules that have no types. */
declare module 'fontkit' {
  /** A font as pdfkit accepts it. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
    /** In the order of drawing; units of the font. */
    layout(text: string): {
      readonly glyphs: readonly { readonly id: number }[]
      readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
    }
  }
  export const create: (bytes: Uint8Array) => Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
