import { mountPage } from '../shared/mount.tsx';
import { Panel } from './panel.tsx';

void mountPage(Panel, (words) => words.panel.label);
