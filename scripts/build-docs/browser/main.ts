import { addCopyButtons } from './copy-buttons.ts';
import { addFilter } from './filter-table.ts';

addCopyButtons();
addFilter();
