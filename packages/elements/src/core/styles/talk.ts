import { css } from 'lit'

/** Messages of several people, each in a box: one's own at the end of the line. */
export const talkStyles = css`
  .talk {
    display: grid;
    gap: calc(var(--_s) * 4);
  }
  .said {
    justify-self: start;
    max-inline-size: min(100%, 56ch);
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .said > .row {
    margin-block-start: calc(var(--_s) * 2);
  }
  .said.mine {
    justify-self: end;
    background: var(--_accent-weak);
  }
  .said .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`
