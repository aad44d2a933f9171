window.taizhangData = (name, value) => value;
