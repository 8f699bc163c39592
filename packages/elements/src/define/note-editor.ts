import { define } from '../core/define.ts'
import { VisitNoteEditor } from '../note-editor/note-editor.ts'

define('note-editor', VisitNoteEditor)

declare global {
  interface HTMLElementTagNameMap {
    'visit-note-editor': VisitNoteEditor
  }
}
