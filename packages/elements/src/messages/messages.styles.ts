import { css } from 'lit'
import { filesStyles } from '../files/files.styles.ts'

const ownStyles = css`
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: start;
    gap: calc(var(--_s) * 5);
  }
  .pick[aria-current] {
    background: var(--_accent-weak);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .part {
    border-block-start: 1px solid var(--_line);
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
`

export const messagesStyles = [filesStyles, ownStyles]
