import { css } from 'lit'

export const messagesStyles = css`
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
  .talk {
    display: grid;
    gap: calc(var(--_s) * 4);
  }
  .text-block {
    justify-self: start;
    max-inline-size: min(100%, 56ch);
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .text-block > .row {
    margin-block-start: calc(var(--_s) * 2);
  }
  .text-block.mine {
    justify-self: end;
    background: var(--_accent-weak);
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .picture {
    max-inline-size: 100%;
    max-block-size: 360px;
    border-radius: calc(var(--_radius) / 2);
  }
  .files > li + li {
    margin-block-start: calc(var(--_s) * 2);
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
`
