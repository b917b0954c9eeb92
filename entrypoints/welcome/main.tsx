import { mountPage } from '../shared/mount.tsx';
import { Welcome } from './welcome.tsx';

void mountPage(Welcome, (words) => words.welcome.title);
