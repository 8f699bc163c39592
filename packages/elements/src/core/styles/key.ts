import { css } from 'lit'

/** `kbd`: the letter of a shortcut, next to its button. */
export const keyStyles = css`
  kbd {
    align-self: center;
    min-inline-size: 1.5em;
    padding-inline: 0.35em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font: inherit;
    font-size: 0.75em;
    text-align: center;
  }
`
