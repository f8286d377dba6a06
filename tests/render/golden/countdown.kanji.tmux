#[fg=#d81b60]潮凪・うしおなぎ（なぎ）と👩<U+200D>🎤é this year#[default]
