import { css } from 'lit'

/** The list of a `SearchBox`. It overlays the content below, so that nothing moves. */
export const searchBoxStyles = css`
  .combo {
    position: relative;
  }
  .drop {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    z-index: 3;
    margin-block-start: var(--_s);
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.8);
    box-shadow: 0 4px 16px rgb(7 13 17 / 0.18);
  }
  .drop ul {
    max-block-size: 18em;
    overflow-y: auto;
    padding: var(--_s);
  }
  .drop li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_s) * 2);
    align-items: baseline;
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 2.5);
    border-radius: calc(var(--_radius) * 0.6);
    cursor: pointer;
  }
  .drop li:hover {
    background: var(--_canvas);
  }
  .drop li[aria-selected='true'] {
    background: var(--_accent-weak);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .search-status {
    padding: calc(var(--_s) * 3);
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.875);
  }
`
